package lexicon

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// A perfect table holds a value for each of a fixed set of keys, 98 % full, and looks at one place for any key: the keys fall into
// buckets of five or so, and every bucket has a seed with which all its keys fall into places of their own. A key that is not there falls into
// the place of another, so what lies in it must be compared.
//
// As bytes: the number of buckets (4 bytes), the seeds (2 bytes each), the values.
type perfect struct {
	seeds, values string
	buckets, n    uint32
}

const perBucket = 5

func openPerfect(s string, width int) (perfect, error) {
	if len(s) < 4 || 4+2*int(u32(s, 0)) > len(s) {
		return perfect{}, fmt.Errorf("lexicon table is damaged")
	}
	b := u32(s, 0)
	p := perfect{seeds: s[4 : 4+2*b], values: s[4+2*b:], buckets: b}
	p.n = uint32(len(p.values) / width)
	return p, nil
}

// place returns where the value of a key must be. It must not be asked of a table with no places.
func (p *perfect) place(h uint64) uint32 {
	b := bucket(h, p.buckets)
	seed := uint32(p.seeds[b*2]) | uint32(p.seeds[b*2+1])<<8
	return place(h, seed, p.n)
}

func bucket(h uint64, buckets uint32) uint32 {
	return uint32(uint64(uint32(h)) * uint64(buckets) >> 32)
}

func place(h uint64, seed, n uint32) uint32 {
	return uint32(fold64(h^uint64(seed)*0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93) >> 32 * uint64(n) >> 32)
}

// fold64 mixes two numbers: the halves of their product.
func fold64(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// hash reads eight bytes at a time.
func hash(s string) uint64 {
	const k = 0xA0761D6478BD642F
	h := uint64(len(s)+1) * 0xE7037ED1A0B428DB
	for len(s) >= 8 {
		h = fold64(h^u64(s), k)
		s = s[8:]
	}
	switch {
	case len(s) >= 4:
		h ^= uint64(u32(s, 0)) | uint64(u32(s[len(s)-4:], 0))<<32
	case len(s) > 0:
		h ^= uint64(s[0]) | uint64(s[len(s)>>1])<<8 | uint64(s[len(s)-1])<<16
	}
	return fold64(fold64(h, k), 0x8EBC6AF09C88C6E3)
}

func hashPair(a, b int32) uint64 {
	return fold64(uint64(uint32(a))<<32|uint64(uint32(b))^0x8EBC6AF09C88C6E3, 0xA0761D6478BD642F)
}

func u64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// buildPerfect lays out a perfect table; value appends the width bytes of a key.
func buildPerfect(hashes []uint64, width int, value func(key int, to []byte)) ([]byte, error) {
	buckets := uint32(len(hashes)/perBucket + 1)
	n := uint32(len(hashes) + len(hashes)/50 + 1)
	keys := make([]int, len(hashes)) // by bucket, the full buckets first
	size := make([]int, buckets)
	for i, h := range hashes {
		keys[i] = i
		size[bucket(h, buckets)]++
	}
	slices.SortFunc(keys, func(a, b int) int {
		x, y := bucket(hashes[a], buckets), bucket(hashes[b], buckets)
		if size[x] != size[y] {
			return size[y] - size[x]
		}
		if x != y {
			return int(x) - int(y)
		}
		return a - b
	})
	for range 30 {
		if seeds, at := layOut(hashes, keys, size, n); seeds != nil {
			out := binary.LittleEndian.AppendUint32(nil, buckets)
			for _, s := range seeds {
				out = binary.LittleEndian.AppendUint16(out, s)
			}
			values := len(out)
			out = append(out, make([]byte, int(n)*width)...)
			for i, p := range at {
				value(i, out[values+int(p)*width:][:width])
			}
			return out, nil
		}
		n += n/64 + 1
	}
	return nil, fmt.Errorf("two of %d keys of the table have the same hash", len(hashes))
}

// layOut finds a seed for every bucket and the place of every key, nil where a bucket has none.
func layOut(hashes []uint64, keys, size []int, n uint32) (seeds []uint16, at []uint32) {
	seeds, at = make([]uint16, len(size)), make([]uint32, len(hashes))
	taken := make([]bool, n)
	for len(keys) > 0 {
		b := bucket(hashes[keys[0]], uint32(len(size)))
		own := keys[:size[b]]
		keys = keys[size[b]:]
		seed := uint32(0)
		for ; seed < 1<<16; seed++ {
			k := 0
			for ; k < len(own); k++ {
				p := place(hashes[own[k]], seed, n)
				if taken[p] {
					break
				}
				taken[p], at[own[k]] = true, p
			}
			if k == len(own) {
				break
			}
			for k--; k >= 0; k-- {
				taken[at[own[k]]] = false
			}
		}
		if seed == 1<<16 {
			return nil, nil
		}
		seeds[b] = uint16(seed)
	}
	return seeds, at
}
