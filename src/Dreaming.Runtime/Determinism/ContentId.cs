using System.Security.Cryptography;
using System.Text;

namespace Dreaming.Determinism;

/// <summary>Ids are content hashes: the same content has the same id everywhere.</summary>
public static class ContentId
{
    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the parts, each preceded by its length.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "\0null");
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
