package import Diagnostics
import PlanModel

/// What an earlier reading has found of the same files: which enterprises are without any finding, and the little that
/// the whole plan's checks need of them.
///
/// Files with findings are not remembered but read again, so that a memory never speaks of a fault.
package struct ReadingMemory: Sendable {
    /// One a file, in their order.
    let keys: [Fingerprint]
    /// What else findings depend on: the build of the program.
    let program: String
    private let stored: [UInt8]?

    /// - Parameters:
    ///   - keys: The files' fingerprints, of path and content.
    ///   - program: Names the build.
    ///   - stored: What an earlier reading remembered, if anything.
    package init(keys: [Fingerprint], program: String, stored: [UInt8]?) {
        self.keys = keys
        self.program = program
        self.stored = stored
    }

    /// Everything that all entries stand on; another stamp means that nothing is remembered.
    func stamp(on day: CivilDate, basis: [Fingerprint]) -> [UInt8] {
        var writer = ByteWriter()
        writer.text(program)
        writer.number(Int64(day.dayNumber))
        let all = Fingerprint(of: basis)
        writer.number(Int64(bitPattern: all.high))
        writer.number(Int64(bitPattern: all.low))
        return writer.bytes
    }

    /// The entries under a stamp, none where anything is wrong.
    func recall(_ stamp: [UInt8]) -> Recollection {
        guard let stored, stored.starts(with: stamp) else { return Recollection() }
        return Recollection(stored, from: stamp.count) ?? Recollection()
    }
}

/// The remembered entries by fingerprint.
struct Recollection: Sendable {
    private let bytes: [UInt8]
    private let places: [Fingerprint: Range<Int>]

    init() {
        bytes = []
        places = [:]
    }

    /// - Returns: nil when the bytes are no row of entries.
    init?(_ bytes: [UInt8], from start: Int) {
        var reader = ByteReader(bytes, from: start)
        guard let count = reader.number(), count >= 0, count <= bytes.count else { return nil }
        var places: [Fingerprint: Range<Int>] = [:]
        places.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let high = reader.number(), let low = reader.number(), let length = reader.number(),
                let range = reader.skip(length)
            else { return nil }
            places[Fingerprint(high: UInt64(bitPattern: high), low: UInt64(bitPattern: low))] = range
        }
        self.bytes = bytes
        self.places = places
    }

    var count: Int { places.count }

    /// What is remembered of a file.
    func entry(_ key: Fingerprint) -> ArraySlice<UInt8>? {
        places[key].map { bytes[$0] }
    }

    /// The bytes to remember: a stamp, then all entries.
    static func bytes(_ stamp: [UInt8], _ entries: [(key: Fingerprint, entry: ArraySlice<UInt8>)]) -> [UInt8]
    {
        var writer = ByteWriter(stamp)
        writer.number(Int64(entries.count))
        for (key, entry) in entries {
            writer.number(Int64(bitPattern: key.high))
            writer.number(Int64(bitPattern: key.low))
            writer.number(Int64(entry.count))
            writer.raw(entry)
        }
        return writer.bytes
    }
}
