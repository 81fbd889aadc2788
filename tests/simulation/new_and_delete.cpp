// What the simulator's program asks of `new` comes from the lists of `pieces.hpp`: a step asks some thousand times.
// A sanitizer brings its own.

#include <new>

#include "tests/simulation/pieces.hpp"

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

void* operator new(std::size_t size) {
    if (void* piece = jianghui::simulation::pieces::take(size)) return piece;
    throw std::bad_alloc();
}
void operator delete(void* piece) noexcept { jianghui::simulation::pieces::give_back(piece); }
void operator delete(void* piece, std::size_t /*size*/) noexcept { jianghui::simulation::pieces::give_back(piece); }

#endif
