// Package batch takes many documents through one reading function: lines of a stream or files of a folder, on all cores. What leaves it is one
// result a document, in the order of the documents, whatever the number of workers. It knows nothing of what is in an article.
package batch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// LongestLine is the most that one line may have, in bytes.
const LongestLine = 64 << 20

// Stats counts what was done.
type Stats struct {
	Done, Failed, Skipped int
	Bytes                 int64 // of the inputs that were read
}

// A Line is one line of a stream.
type Line struct {
	Number int    // from 1
	Bytes  []byte // without its line feed
	Err    error  // the line could not be read whole
}

// held bounds the bytes of lines and results that wait for their turn.
const held = 128 << 20

// Lines reads in line by line, gives each line that is not blank to read on one of several workers, and writes what read returns in the order of the lines.
// The memory is bounded: few lines are in hand at a time, and fewer where they are long. read tells with its second result whether the line failed;
// its bytes are written all the same. An error is one of in, of out or of the context.
func Lines(ctx context.Context, in io.Reader, out io.Writer, jobs int, read func(Line) (result []byte, ok bool)) (Stats, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs = max(jobs, 1)
	work := make(chan *task, jobs)
	order := make(chan *task, 16*jobs)
	room := newWeight(held)
	stopped := context.AfterFunc(ctx, room.open)
	defer stopped()

	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range work {
				t.result, t.ok = read(t.line)
				t.line.Bytes = nil
				close(t.done)
			}
		})
	}
	var readErr error
	go func() {
		defer close(order)
		defer close(work)
		readErr = split(in, func(l Line) bool {
			t := &task{line: l, size: len(l.Bytes), done: make(chan struct{})}
			room.take(t.size)
			for _, queue := range []chan *task{order, work} {
				select {
				case queue <- t:
				case <-ctx.Done():
					return false
				}
			}
			return true
		})
	}()
	var s Stats
	w := bufio.NewWriterSize(out, 256<<10)
	var writeErr error
	for t := range order {
		if writeErr != nil {
			continue
		}
		select {
		case <-t.done:
		case <-ctx.Done():
			writeErr = ctx.Err()
			continue
		}
		room.give(t.size)
		s.Bytes += int64(t.size)
		if t.ok {
			s.Done++
		} else {
			s.Failed++
		}
		if _, err := w.Write(t.result); err != nil {
			writeErr = err
			cancel()
		}
	}
	workers.Wait()
	if writeErr == nil {
		writeErr = ctx.Err()
	}
	return s, errors.Join(readErr, writeErr, w.Flush())
}

type task struct {
	line   Line
	size   int
	done   chan struct{}
	result []byte
	ok     bool
}

// split cuts a stream into lines; emit tells whether to go on. A line that is too long is given with its error and without its bytes.
func split(in io.Reader, emit func(Line) bool) error {
	r := bufio.NewReaderSize(in, 256<<10)
	var line []byte
	long := false
	for n := 1; ; {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > LongestLine+1 {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && err != io.EOF {
			return fmt.Errorf("read line %d: %w", n, err)
		}
		if n == 1 && len(line) >= 3 && string(line[:3]) == "\xef\xbb\xbf" {
			line = line[3:]
		}
		l := Line{Number: n, Bytes: trimmed(line)}
		if long {
			l.Err = fmt.Errorf("the line has more than %d MB", LongestLine>>20)
		}
		if (long || len(l.Bytes) > 0) && !emit(l) {
			return nil
		}
		if err == io.EOF {
			return nil
		}
		n++
		line, long = nil, false
	}
}

// trimmed cuts white space off both ends.
func trimmed(b []byte) []byte {
	blank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
	for len(b) > 0 && blank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && blank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// weight lets bytes in as long as there is room; one that is larger than all room is let in alone.
type weight struct {
	mu    sync.Mutex
	free  *sync.Cond
	in    int
	limit int
	all   bool
}

func newWeight(limit int) *weight {
	w := &weight{limit: limit}
	w.free = sync.NewCond(&w.mu)
	return w
}

func (w *weight) take(n int) {
	w.mu.Lock()
	for w.in > 0 && w.in+n > w.limit && !w.all {
		w.free.Wait()
	}
	w.in += n
	w.mu.Unlock()
}

func (w *weight) give(n int) {
	w.mu.Lock()
	w.in -= n
	w.mu.Unlock()
	w.free.Signal()
}

// open lets everything in: the work is given up.
func (w *weight) open() {
	w.mu.Lock()
	w.all = true
	w.mu.Unlock()
	w.free.Broadcast()
}
