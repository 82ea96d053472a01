package amount

import "math"

// composer puts number words together: "trois mille deux cents", "soixante dix huit".
type composer struct {
	total, cur float64
	last       float64 // the word before
	begun      bool
	inDigits   bool
	big        float64 // the last magnitude
}

// unit adds a numeral below a hundred; it tells whether it goes on from what stands before.
func (c *composer) unit(v float64) bool {
	low := math.Mod(c.cur, 100)
	switch {
	case c.inDigits:
		return false
	case !c.begun || low == 0 && (c.last >= 100 || c.last == 0):
		if c.begun && c.last == 0 && c.cur == 0 && c.total == 0 {
			return false // zéro deux
		}
		c.cur += v
	case c.last == 4 && v == 20 && low == 4: // quatre vingt
		c.cur += 76
		v = 80
	case c.last >= 20 && c.last < 100 && math.Mod(c.last, 10) == 0 && v >= 1 && v <= 9:
		c.cur += v
	case (c.last == 60 || c.last == 80) && v >= 10 && v <= 19:
		c.cur += v
	case c.last == 10 && v >= 7 && v <= 9: // dix sept, soixante dix sept
		c.cur += v
	default:
		return false
	}
	c.begun, c.last = true, v
	return true
}

func (c *composer) hundred() bool {
	low := math.Mod(c.cur, 100)
	switch {
	case c.inDigits:
		return false
	case !c.begun || c.cur == 0 && c.last >= 1000:
		c.cur += 100
	case c.cur >= 2 && c.cur <= 19 && low == c.cur:
		c.cur *= 100
	default:
		return false
	}
	c.begun, c.last = true, 100
	return true
}

// magnitude multiplies what stands before it, back to the magnitude before.
func (c *composer) magnitude(v float64) bool {
	switch {
	case c.big != 0 && v >= c.big && !(c.cur > 0 && c.total == 0):
		return false
	case c.cur == 0 && (c.total > 0 || c.begun && v != 1000 && c.last == 0):
		if c.last < 1000 || v != 1000 {
			return false
		}
		c.total += v
	case c.cur == 0:
		c.total += v
	default:
		c.total += math.Round(c.cur*v*1000) / 1000 // 65,6 millions is no fraction
	}
	c.cur, c.big, c.last, c.begun, c.inDigits = 0, v, v, true, false
	return true
}

func (c *composer) value() float64 { return c.total + c.cur }
