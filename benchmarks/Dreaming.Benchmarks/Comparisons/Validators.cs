using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Documents;
using Dreaming.Benchmarks.Validation;
using Newtonsoft.Json.Schema;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Times the generated validators against readers and against other validators, in one process and in turns.</summary>
public sealed class Validators : IComparison
{
    // Many short turns: a busy machine interrupts some of them, and neither the shortest nor the median of ratios sees those.
    private const int Rounds = 201;
    private const int PairedRounds = 501;

    // Without a licence Newtonsoft.Json.Schema stops after 1,000 validations in an hour: it gets few documents and few rounds, and ours is timed on the same ones.
    private const int FewDocuments = 40;
    private const int FewRounds = 9;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(2);

    /// <inheritdoc/>
    public string Name => "validators";

    /// <inheritdoc/>
    public string Question => "How fast are the generated validators, next to a bare reader and to other validators?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        var ratios = new List<Ratios>();
        foreach (var corpus in new[] { await Corpus.RetailAsync(ct), Corpus.Nested() })
            ratios.Add(await CompareAsync(corpus, output, ct));

        await output.WriteLineAsync("Of the two corpora the worse ratio counts. NJsonSchema and Newtonsoft.Json.Schema read text, the others UTF-8; ajv runs in its own process and checks no formats.");
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            reader_ratio = Math.Round(ratios.Max(r => r.Reader), 3),
            njsonschema_ratio = Math.Round(ratios.Min(r => r.NJsonSchema), 1),
            newtonsoft_ratio = Worst(ratios.Select(r => r.Newtonsoft)),
            ajv_ratio = Worst(ratios.Select(r => r.Ajv)),
            bytes_per_valid = Math.Round(ratios.Max(r => r.Bytes), 2),
        }));
        return 0;
    }

    private static async Task<Ratios> CompareAsync(Corpus corpus, TextWriter output, CancellationToken ct)
    {
        var ours = Contenders.Generated(corpus);
        Contender[] contenders = [ours, Contenders.BareReader, Contenders.Parsed, Contenders.Deserialized(corpus), await Contenders.NJsonSchemaAsync(corpus, ct)];
        var timings = Stopwatches.Run(corpus.Documents, contenders, Rounds, Turn, ct).ToDictionary(t => t.Name, StringComparer.Ordinal);
        var mine = timings[Contenders.Ours];

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{corpus.Name}, {corpus.Documents.Average(d => d.Utf8.Length):0} bytes on average, the shortest of {Rounds} rounds"));
        await output.WriteLineAsync($"  {"",-30} {"ns",10} {"bytes",10} {"accepted",9} {"x ours",8}");
        foreach (var contender in contenders)
            await WriteAsync(output, timings[contender.Name], mine.Nanoseconds);

        var few = Few(corpus, ours, ct);
        if (few is var (newtonsoft, same))
            await WriteAsync(output, newtonsoft, same.Nanoseconds, $"   ({FewDocuments} documents, {FewRounds} rounds)");
        var ajv = await Ajv.RunAsync(corpus, ct);
        if (ajv is not null)
            await WriteAsync(output, ajv, mine.Nanoseconds);
        // By themselves and last: next to contenders that allocate, and before everything is compiled for good, small differences are not seen.
        var pair = Stopwatches.Run(corpus.Documents, [ours, Contenders.BareReader], PairedRounds, Turn, ct);
        var reader = pair[0].Over(pair[1]);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  ours over the bare reader, {PairedRounds} rounds of these two alone: {reader:0.000} in the median, {pair[0].Nanoseconds / pair[1].Nanoseconds:0.000} of the shortest times"));
        await output.WriteLineAsync();
        return new(
            reader,
            timings[Contenders.NJson].Nanoseconds / mine.Nanoseconds,
            few is var (theirs, own) ? theirs.Nanoseconds / own.Nanoseconds : null,
            ajv?.Nanoseconds / mine.Nanoseconds,
            mine.Bytes);
    }

    private static (Timing Newtonsoft, Timing Ours)? Few(Corpus corpus, Contender ours, CancellationToken ct)
    {
        try
        {
            var timings = Stopwatches.Run(corpus.Thinned(FewDocuments).Documents, [Contenders.Newtonsoft(corpus), ours], FewRounds, TimeSpan.Zero, ct);
            return (timings[0], timings[1]);
        }
        catch (JSchemaException e)
        {
            Console.Error.WriteLine($"Newtonsoft.Json.Schema could not be timed: {e.Message}");
            return null;
        }
    }

    private static Task WriteAsync(TextWriter output, Timing timing, double ours, string remark = "") => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"  {timing.Name,-30} {timing.Nanoseconds,10:0.0} {(double.IsNaN(timing.Bytes) ? "" : timing.Bytes.ToString("0.0", CultureInfo.InvariantCulture)),10} {timing.Accepted,9} {timing.Nanoseconds / ours,8:0.00}{remark}"));

    private static double? Worst(IEnumerable<double?> ratios)
    {
        var known = ratios.OfType<double>().ToArray();
        return known.Length == 0 ? null : Math.Round(known.Min(), 1);
    }

    private sealed record Ratios(double Reader, double NJsonSchema, double? Newtonsoft, double? Ajv, double Bytes);
}
