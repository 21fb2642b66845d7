using System.Globalization;
using Dreaming.Overlays;

namespace Dreaming.Learning.Figures;

internal sealed class Arguments(string[] args)
{
    public bool Has(string name) => args.Contains(name, StringComparer.Ordinal);

    public string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

internal static class Grid
{
    public static LearningOptions[] All { get; } =
    [
        .. from rate in (double[])[0.03, 0.1]
           from dropout in (double[])[0, 0.3]
           from l2 in (double[])[1e-4, 1e-3]
           from aside in (double[])[0, 0.1]
           select new LearningOptions { LearningRate = rate, Dropout = dropout, L2 = l2, Aside = aside },
    ];
}
