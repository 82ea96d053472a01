package date

// Days are counted from 1 January of the year 0 of the Gregorian calendar without a break; weekdays from Monday = 1.

// dayNumber returns the number of a day.
func dayNumber(y, m, d int) int {
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + floor(y, 4) - floor(y, 100) + floor(y, 400) + (153*(m-3)+2)/5 + d + 59
}

// dayOf is the inverse of dayNumber.
func dayOf(n int) (y, m, d int) {
	n -= 60
	era := floor(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	y = yoe + era*400
	if m > 12 {
		m -= 12
		y++
	}
	return y, m, d
}

func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekdayOf returns the weekday of a day number, Monday = 1.
func weekdayOf(n int) int {
	w := (n + 5) % 7 // day 0, 1 January of the year 0, is a Saturday
	if w < 0 {
		w += 7
	}
	return w + 1
}

// isoWeek returns year and number of the ISO week that holds a day.
func isoWeek(n int) (year, week int) {
	thursday := n - weekdayOf(n) + 4
	y, _, _ := dayOf(thursday)
	return y, (thursday-dayNumber(y, 1, 1))/7 + 1
}

// monday returns the day number of the Monday of an ISO week.
func monday(year, week int) int {
	n := dayNumber(year, 1, 4)
	return n - weekdayOf(n) + 1 + (week-1)*7
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && y%100 != 0 || y%400 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// easter returns the day number of Easter Sunday (Gregorian rule).
func easter(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	f := h + l - 7*m + 114
	return dayNumber(y, f/31, f%31+1)
}

// nthWeekday returns the day number of the nth weekday of a month; n < 0 counts from its end.
func nthWeekday(y, m, weekday, n int) int {
	if n > 0 {
		first := dayNumber(y, m, 1)
		return first + (weekday-weekdayOf(first)+7)%7 + (n-1)*7
	}
	last := dayNumber(y, m, daysIn(y, m))
	return last - (weekdayOf(last)-weekday+7)%7 + (n+1)*7
}

// addMonths moves a day by months; the 31st becomes the last day of a shorter month.
func addMonths(y, m, d, n int) (int, int, int) {
	t := y*12 + m - 1 + n
	y, m = floor(t, 12), t-floor(t, 12)*12+1
	return y, m, min(d, daysIn(y, m))
}
