package main

import "math"

// ascend raises what a set is worth on average where each set of an article is printed with a probability that grows with its score. It is the smooth
// form of what climb counts; the steps are those of Adam.
func ascend(list []choice, w []float64, price, draw float64, rounds int) []float64 {
	start := w
	w = append([]float64(nil), w...)
	n := len(w)
	grad, m, v, mean := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	var p []float64
	for step := 1; step <= rounds; step++ {
		for k := range grad {
			grad[k] = -draw * (w[k] - start[k]) * float64(len(list))
		}
		for _, x := range list {
			p = p[:0]
			top := math.Inf(-1)
			for _, s := range x.sets {
				sum := 0.0
				for k, f := range s.Features {
					sum += f * w[k]
				}
				p = append(p, sum)
				top = math.Max(top, sum)
			}
			total := 0.0
			for j := range p {
				p[j] = math.Exp(p[j] - top)
				total += p[j]
			}
			average := 0.0
			clear(mean)
			for j := range p {
				p[j] /= total
				average += p[j] * (x.worth[j] - price*float64(x.words[j]))
				if p[j] < 1e-6 {
					continue
				}
				for k, f := range x.sets[j].Features {
					mean[k] += p[j] * f
				}
			}
			for j, s := range x.sets {
				g := p[j] * (x.worth[j] - price*float64(x.words[j]) - average)
				if math.Abs(g) < 1e-6 {
					continue
				}
				for k, f := range s.Features {
					grad[k] += g * (f - mean[k])
				}
			}
		}
		rate := 0.1 * (1 - float64(step)/float64(rounds+1))
		for k := range w {
			m[k] = 0.9*m[k] + 0.1*grad[k]
			v[k] = 0.99*v[k] + 0.01*grad[k]*grad[k]
			a := m[k] / (1 - math.Pow(0.9, float64(step)))
			b := v[k] / (1 - math.Pow(0.99, float64(step)))
			w[k] += rate * a / (math.Sqrt(b) + 1e-9)
		}
	}
	return w
}
