using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dreaming.Overlays;

/// <summary>A tensor of 32-bit floats.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Values">The numbers, row by row.</param>
public sealed record Tensor(string Name, ImmutableArray<int> Shape, ReadOnlyMemory<float> Values);

/// <summary>
/// Writes and reads safetensors files that hold 32-bit floats: eight bytes with the length of a JSON header, the header, the numbers in little-endian order.
/// The same content gives the same bytes.
/// </summary>
public static class Safetensors
{
    private const int LengthBytes = 8;
    private const int LongestHeader = 1 << 20;
    private const string Metadata = "__metadata__";

    /// <summary>Writes tensors, ordered by name.</summary>
    /// <param name="tensors">The tensors; names are unique.</param>
    /// <param name="metadata">Words that travel with them.</param>
    /// <exception cref="ArgumentException">A tensor's shape does not hold its numbers.</exception>
    public static ImmutableArray<byte> Write(IEnumerable<Tensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        var ordered = tensors.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var header = new ArrayBufferWriter<byte>();
        long offset = 0;
        using (var writer = new Utf8JsonWriter(header))
        {
            writer.WriteStartObject();
            if (!metadata.IsEmpty)
            {
                writer.WriteStartObject(Metadata);
                foreach (var (name, value) in metadata)
                    writer.WriteString(name, value);
                writer.WriteEndObject();
            }

            foreach (var tensor in ordered)
            {
                if (Elements(tensor.Shape) != tensor.Values.Length)
                    throw new ArgumentException($"The tensor {tensor.Name} has {tensor.Values.Length} numbers, which its shape does not hold.", nameof(tensors));
                writer.WriteStartObject(tensor.Name);
                writer.WriteString("dtype", "F32");
                writer.WriteStartArray("shape");
                foreach (var size in tensor.Shape)
                    writer.WriteNumberValue(size);
                writer.WriteEndArray();
                writer.WriteStartArray("data_offsets");
                writer.WriteNumberValue(offset);
                writer.WriteNumberValue(offset += tensor.Values.Length * (long)sizeof(float));
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        // The numbers begin at a multiple of eight, as the format asks for; the header is filled up with blanks.
        var headerLength = (header.WrittenCount + 7) / 8 * 8;
        var bytes = new byte[LengthBytes + headerLength + offset];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, headerLength);
        header.WrittenSpan.CopyTo(bytes.AsSpan(LengthBytes));
        bytes.AsSpan(LengthBytes + header.WrittenCount, headerLength - header.WrittenCount).Fill((byte)' ');
        var at = LengthBytes + headerLength;
        foreach (var tensor in ordered)
        {
            foreach (var value in tensor.Values.Span)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
                at += sizeof(float);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }

    /// <summary>Reads a file's content.</summary>
    /// <exception cref="InvalidDataException">It is no whole safetensors file of 32-bit floats; the message says why in one sentence.</exception>
    public static (ImmutableArray<Tensor> Tensors, ImmutableSortedDictionary<string, string> Metadata) Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < LengthBytes)
            throw new InvalidDataException("The adapter is cut short: not even its header's length is there.");
        var length = BinaryPrimitives.ReadInt64LittleEndian(content);
        if (length is < 2 or > LongestHeader)
            throw new InvalidDataException($"The adapter is no safetensors file: its header would be {length} bytes long.");
        if (content.Length - LengthBytes < length)
            throw new InvalidDataException("The adapter is cut short: it ends within its header.");
        var data = content[(LengthBytes + (int)length)..];
        try
        {
            var header = JsonElement.Parse(content.Slice(LengthBytes, (int)length));
            var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            var tensors = ImmutableArray.CreateBuilder<Tensor>();
            long end = 0;
            foreach (var member in header.EnumerateObject())
            {
                if (member.Name == Metadata)
                {
                    foreach (var word in member.Value.EnumerateObject())
                        metadata[word.Name] = word.Value.GetString() ?? "";
                    continue;
                }

                tensors.Add(ReadTensor(member, data, out var tensorEnd));
                end = Math.Max(end, tensorEnd);
            }

            if (end != data.Length)
                throw new InvalidDataException($"The adapter holds {data.Length} bytes of numbers where its header promises {end}.");
            return (tensors.DrainToImmutable(), metadata.ToImmutable());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InvalidDataException("The adapter is no safetensors file: its header is not the JSON that the format asks for.", e);
        }
    }

    private static Tensor ReadTensor(JsonProperty member, ReadOnlySpan<byte> data, out long end)
    {
        var type = member.Value.GetProperty("dtype").GetString();
        if (type != "F32")
            throw new InvalidDataException($"The adapter's tensor {member.Name} holds numbers of type {type}; only F32 is read here.");
        ImmutableArray<int> shape = [.. member.Value.GetProperty("shape").EnumerateArray().Select(s => s.GetInt32())];
        var offsets = member.Value.GetProperty("data_offsets");
        var start = offsets[0].GetInt64();
        end = offsets[1].GetInt64();
        if (shape.Any(size => size < 0) || start < 0 || end < start || end - start != Elements(shape) * sizeof(float))
            throw new InvalidDataException($"The adapter's tensor {member.Name} does not fit its own shape.");
        if (end > data.Length)
            throw new InvalidDataException($"The adapter is cut short: its tensor {member.Name} is not all there.");
        var values = new float[(end - start) / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(data[(int)(start + (i * sizeof(float)))..]);
        return new Tensor(member.Name, shape, values);
    }

    private static long Elements(ImmutableArray<int> shape)
    {
        var count = 1L;
        foreach (var size in shape)
            count = checked(count * size);
        return count;
    }
}
