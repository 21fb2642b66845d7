using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Dreaming.Agents.Scoring;
using Dreaming.Overlays;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Learning.Tests;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dreaming-overlay-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_again() => Prop.ForAll(
        Gen.Choose(0, 5).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(), (rows, columns, word) =>
        {
            var values = Enumerable.Range(0, rows * columns).Select(i => (i * 0.37f) - 1).ToArray();
            var metadata = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("word", word.Get)]);
            var (tensors, read) = Safetensors.Read(Safetensors.Write([new Tensor("b", [rows, columns], values), new Tensor("a", [1], new[] { 1f })], metadata).AsSpan());
            return tensors.Select(t => t.Name).SequenceEqual(["a", "b"]) && tensors[1].Values.ToArray().SequenceEqual(values) && tensors[1].Shape.SequenceEqual([rows, columns])
                && (read["word"] == word.Get || word.Get.Any(char.IsSurrogate));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_file_is_laid_out_as_the_format_says()
    {
        var bytes = Safetensors.Write([new Tensor("w", [2], new[] { 1f, -2f })], ImmutableSortedDictionary<string, string>.Empty).AsSpan();
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, (8 + length) % 8);
        Assert.Equal("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", Encoding.UTF8.GetString(bytes.Slice(8, length)).TrimEnd(' '));
        Assert.Equal(-2f, BinaryPrimitives.ReadSingleLittleEndian(bytes[(8 + length + 4)..]));
    }

    [Fact]
    public void Every_truncation_is_refused_in_a_sentence()
    {
        var bytes = Safetensors.Write([new Tensor("w", [3, 2], new float[6])], ImmutableSortedDictionary<string, string>.Empty);
        for (var length = 0; length < bytes.Length; length++)
        {
            var refusal = Assert.Throws<InvalidDataException>(() => Safetensors.Read(bytes.AsSpan()[..length]));
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [Theory]
    [InlineData("""{"w":{"dtype":"F16","shape":[1],"data_offsets":[0,4]}}""", "F16")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "shape")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "shape")]
    [InlineData("""{"w":{"dtype":"F32","shape":[99999999,99999999,99999999],"data_offsets":[0,4]}}""", "header")]
    [InlineData("""{"w":{"dtype":"F32"}}""", "header")]
    [InlineData("""["w"]""", "header")]
    [InlineData("not JSON at all", "header")]
    public void A_header_that_does_not_hold_is_refused(string header, string because)
    {
        var bytes = new byte[8 + header.Length + 4];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        Encoding.UTF8.GetBytes(header, bytes.AsSpan(8));
        Assert.Contains(because, Assert.Throws<InvalidDataException>(() => Safetensors.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlay_is_kept_in_a_folder_and_found_again()
    {
        var overlay = Some();
        await OverlayFiles.SaveAsync(overlay, _folder);
        var loaded = await OverlayFiles.LoadAsync(_folder);
        Assert.Equal(overlay.Id, loaded.Id);
        Assert.True(overlay.Content.SequenceEqual(loaded.Content));
        Assert.Equal((overlay.EpisodeLessons, overlay.DreamLessons, overlay.ParentId, overlay.ContractHash), (loaded.EpisodeLessons, loaded.DreamLessons, loaded.ParentId, loaded.ContractHash));
        Assert.Contains("\"rank\": 2", await File.ReadAllTextAsync(Path.Combine(_folder, "overlay.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_tampered_overlay_is_refused(int at)
    {
        await OverlayFiles.SaveAsync(Some(), _folder);
        var file = Path.Combine(_folder, "adapter.safetensors");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Contains("changed", (await Assert.ThrowsAsync<InvalidDataException>(() => OverlayFiles.LoadAsync(_folder))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlay_that_claims_other_contracts_is_refused()
    {
        await OverlayFiles.SaveAsync(Some(), _folder);
        var file = Path.Combine(_folder, "overlay.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(Desk.Domain.ContractHash, "0123456789abcdef", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidDataException>(() => OverlayFiles.LoadAsync(_folder));
    }

    [Fact]
    public async Task A_folder_without_an_overlay_is_refused() =>
        Assert.Contains("no whole overlay", (await Assert.ThrowsAsync<InvalidDataException>(() => OverlayFiles.LoadAsync(_folder))).Message, StringComparison.Ordinal);

    private static Overlay Some()
    {
        var change = new LowRankChange(6, 5, 2, 4);
        change.B[3] = 0.5f;
        return PolicyAdapter.Write(change, Desk.Domain, null, 3, 9);
    }
}
