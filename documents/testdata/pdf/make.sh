#!/bin/sh
# Makes the PDFs of this folder again, each by another program, as readers meet
# them. Needs: chromium, libreoffice (Writer), pdflatex with lmodern, groff,
# ghostscript, qpdf. Then: go test ./documents -run GoldenPDF -update
set -e
cd "$(dirname "$0")"
chromium --headless --no-sandbox --disable-gpu --print-to-pdf=plan.pdf plan.html
pdflatex -interaction=batchmode report.tex && pdflatex -interaction=batchmode report.tex && rm -f report.aux report.log
groff -ms -Tps memo.ms | ps2pdf - memo.pdf
libreoffice --headless --convert-to pdf letter.fodt
qpdf --encrypt open owner 256 -- letter.pdf locked.pdf
qpdf --encrypt "" owner 256 -- letter.pdf restricted.pdf
