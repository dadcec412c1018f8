internal import Subprocess

/// The `git` on the user's path, looked up once: asked by its name alone, a process would be forked in vain for every
/// folder of the path in which it is not.
enum GitProgram {
    static var executable: Executable {
        get async { await found.value }
    }

    private static let found = Task {
        let named = Executable.name("git")
        let path = try? await named.resolveExecutablePath(in: .inherit)
        return path.map { .path($0) } ?? named
    }
}
