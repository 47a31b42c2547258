package documents

import (
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// marksOf reads the marks that a file sets around a piece of content (PDF 1.7,
// section 14.6): whether it is no part of the text, and its layer.
func marksOf(in pdfium.Pdfium, object references.FPDF_PAGEOBJECT) (artifact bool, layer string, err error) {
	count, err := in.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: object})
	if err != nil {
		return false, "", err
	}
	for i := range min(count.Count, 16) {
		mark, err := in.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: object, Index: uint64(i)})
		if err != nil {
			continue
		}
		name, err := in.FPDFPageObjMark_GetName(&requests.FPDFPageObjMark_GetName{PageObjectMark: mark.Mark})
		if err != nil {
			continue
		}
		switch name.Name {
		case "Artifact":
			artifact = true
		case "OC":
			layer = "unnamed"
			if title, err := in.FPDFPageObjMark_GetParamStringValue(&requests.FPDFPageObjMark_GetParamStringValue{PageObjectMark: mark.Mark, Key: "Name"}); err == nil {
				layer = "named " + title.Value
			}
		}
	}
	return artifact, layer, nil
}

// pageObjects calls do for each object on a page.
func pageObjects(in pdfium.Pdfium, ref requests.Page, do func(references.FPDF_PAGEOBJECT, enums.FPDF_PAGEOBJ) error) error {
	count, err := in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return err
	}
	for i := range count.Count {
		object, err := in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			continue
		}
		kind, err := in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return err
		}
		if err := do(object.PageObject, kind.Type); err != nil {
			return err
		}
	}
	return nil
}

// isScan reports whether a picture covers most of a page.
func isScan(in pdfium.Pdfium, ref requests.Page, width, height float64) (bool, error) {
	found := false
	err := pageObjects(in, ref, func(object references.FPDF_PAGEOBJECT, kind enums.FPDF_PAGEOBJ) error {
		if kind != enums.FPDF_PAGEOBJ_IMAGE {
			return nil
		}
		b, err := in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
		if err != nil {
			return nil // drawn nowhere
		}
		area := float64(b.Right-b.Left) * float64(b.Top-b.Bottom)
		found = found || area > 0.6*width*height
		return nil
	})
	return found, err
}

// hiddenLayers names the layers of a page that are switched off. PDFium does
// not tell, so each layer is drawn alone: one that leaves no ink is off. It
// changes which objects of the page are drawn.
func hiddenLayers(in pdfium.Pdfium, ref requests.Page, words []word) (map[string]bool, error) {
	hidden := map[string]bool{}
	for _, w := range words {
		if _, asked := hidden[w.layer]; w.layer == "" || asked {
			continue
		}
		drawable := false
		err := pageObjects(in, ref, func(object references.FPDF_PAGEOBJECT, _ enums.FPDF_PAGEOBJ) error {
			_, layer, err := marksOf(in, object)
			if err != nil {
				return err
			}
			drawable = drawable || layer == w.layer
			_, err = in.FPDFPageObj_SetIsActive(&requests.FPDFPageObj_SetIsActive{PageObject: object, Active: layer == w.layer})
			return err
		})
		if err != nil {
			return nil, err
		}
		ink := true
		if drawable {
			if ink, err = leavesInk(in, ref); err != nil {
				return nil, err
			}
		}
		hidden[w.layer] = !ink
	}
	return hidden, nil
}

// leavesInk draws a page, small, and looks for anything on it.
func leavesInk(in pdfium.Pdfium, ref requests.Page) (bool, error) {
	const side = 400 // pixels
	bitmap, err := in.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: side, Height: side, Alpha: 1})
	if err != nil {
		return false, err
	}
	defer func() { _, _ = in.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: bitmap.Bitmap}) }()
	if _, err := in.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{Bitmap: bitmap.Bitmap, Width: side, Height: side}); err != nil {
		return false, err
	}
	if _, err := in.FPDF_RenderPageBitmap(&requests.FPDF_RenderPageBitmap{Bitmap: bitmap.Bitmap, Page: ref, SizeX: side, SizeY: side}); err != nil {
		return false, err
	}
	drawn, err := in.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: bitmap.Bitmap})
	if err != nil {
		return false, err
	}
	for _, b := range drawn.Buffer {
		if b != 0 {
			return true, nil
		}
	}
	return false, nil
}

// visible keeps the words that a reader of the page sees. On a scanned page
// the letters lie without ink below the picture: there they are the text.
func visible(words []word, hidden map[string]bool) []word {
	withoutInk := 0
	for _, w := range words {
		if w.invisible {
			withoutInk++
		}
	}
	scanned := withoutInk*2 > len(words)
	var out []word
	for _, w := range words {
		if !hidden[w.layer] && (scanned || !w.invisible) {
			out = append(out, w)
		}
	}
	return out
}
