package main

import (
	"math"

	"github.com/breve-nlp/breve/extract/summary"
)

// system is the normal equations of a linear regression in which every article has a level of its own: only differences inside an article count.
type system struct {
	n int
	a [][]float64
	b []float64
}

func (s *system) init(n int) {
	s.n, s.b = n, make([]float64, n)
	s.a = make([][]float64, n)
	for i := range s.a {
		s.a[i] = make([]float64, n)
	}
}

// add adds the samples of one article. Articles weigh the same, however many samples they have.
func (s *system) add(samples []summary.Sample, y []float64) {
	if len(samples) < 2 {
		return
	}
	mean := make([]float64, s.n)
	level := 0.0
	for i, x := range samples {
		for k, v := range x.Features {
			mean[k] += v
		}
		level += y[i]
	}
	m := float64(len(samples))
	for k := range mean {
		mean[k] /= m
	}
	level /= m
	w := 20 / m
	for i, x := range samples {
		for k, v := range x.Features {
			dk := v - mean[k]
			if dk == 0 {
				continue
			}
			s.b[k] += w * dk * (y[i] - level)
			for j := 0; j <= k; j++ {
				s.a[k][j] += w * dk * (x.Features[j] - mean[j])
			}
		}
	}
}

// plain adds samples as they are, with one level for all articles: the first feature is 1 for all.
func (s *system) plain(samples []summary.Sample, y []float64) {
	for i, x := range samples {
		for k, v := range x.Features {
			if v == 0 {
				continue
			}
			s.b[k] += v * y[i]
			for j := 0; j <= k; j++ {
				s.a[k][j] += v * x.Features[j]
			}
		}
	}
}

// solve returns the weights, by a Cholesky decomposition.
func (s *system) solve(l2 float64) []float64 {
	n := s.n
	l := make([][]float64, n)
	for i := range l {
		l[i] = make([]float64, n)
		for j := 0; j <= i; j++ {
			sum := s.a[i][j]
			if i == j {
				sum += l2
			}
			for k := 0; k < j; k++ {
				sum -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(math.Max(sum, 1e-9))
			} else {
				l[i][j] = sum / l[j][j]
			}
		}
	}
	y := make([]float64, n)
	for i := range y {
		sum := s.b[i]
		for k := 0; k < i; k++ {
			sum -= l[i][k] * y[k]
		}
		y[i] = sum / l[i][i]
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		sum := y[i]
		for k := i + 1; k < n; k++ {
			sum -= l[k][i] * x[k]
		}
		x[i] = sum / l[i][i]
	}
	return x
}
