using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dreaming.Determinism;

/// <summary>
/// A seed from which further seeds are derived by name. One seed decides a whole night: whoever needs randomness derives its own seed from the night's
/// and a path of names, so that the order in which work is done changes nothing.
/// </summary>
/// <param name="Value">64 bits.</param>
public readonly record struct Seed(ulong Value)
{
    /// <summary>The seed of a part.</summary>
    /// <param name="part">A name that is unique among its siblings, for example a dream's id.</param>
    public Seed Derive(string part)
    {
        var length = Encoding.UTF8.GetByteCount(part);
        Span<byte> bytes = length <= 248 ? stackalloc byte[length + 8] : new byte[length + 8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Value);
        Encoding.UTF8.GetBytes(part, bytes[8..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes, hash);
        return new Seed(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>The seed of a numbered part.</summary>
    public Seed Derive(string part, int index) => Derive($"{part}/{index}");

    /// <summary>A source of random numbers that gives the same numbers on every machine.</summary>
    public SeededRandom ToRandom() => new(Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
