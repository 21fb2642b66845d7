using System.Globalization;
using Dreaming.Benchmarks.Comparisons;
using Dreaming.Benchmarks.Flawed;

// One comparison a file; a new one is added here.
IComparison[] comparisons = [new Fidelity(), new GroundedShare(), new PolicyBreaks(), new RetailPolicy(), new Validators(), new Generator(), new Policies(), new HuntYield(), new RolloutSpeed(), new Simulator(), new DreamSpeed(), new Flaws()];

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    if (args is ["fuzz", .. var rest] && Count(rest) is { } count)
        return await Fuzz.RunAsync(count, Console.Out, stop.Token);
    if (args is ["compare", "flaws", .. { Length: > 0 } choices])
    {
        var (options, problem) = FlawsOptions.Of(choices);
        if (options is not null)
            return await new Flaws(options).RunAsync(Console.Out, stop.Token);
        await Console.Error.WriteLineAsync($"{problem} Usage: Dreaming.Benchmarks {FlawsOptions.Usage}");
        return 2;
    }

    if (args is ["compare", var name] && comparisons.FirstOrDefault(c => c.Name == name) is { } comparison)
        return await comparison.RunAsync(Console.Out, stop.Token);
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("cancelled");
    return 130;
}

await Console.Error.WriteLineAsync("usage: Dreaming.Benchmarks compare <name>");
foreach (var known in comparisons)
    await Console.Error.WriteLineAsync($"  {known.Name,-12} {known.Question}");
await Console.Error.WriteLineAsync("       Dreaming.Benchmarks fuzz [<documents>]");
await Console.Error.WriteLineAsync($"       Dreaming.Benchmarks {FlawsOptions.Usage}");
return 2;

static int? Count(string[] rest) => rest switch
{
    [] => Fuzz.Documents,
    [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
    _ => null,
};
