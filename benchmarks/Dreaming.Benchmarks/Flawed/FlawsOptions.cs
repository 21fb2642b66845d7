using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Dreaming.Flaws;

namespace Dreaming.Benchmarks.Flawed;

/// <summary>What the comparison of searches for flaws is run on.</summary>
internal sealed record FlawsOptions
{
    public const string Usage = "compare flaws [--agents <assembly>] [--seeds <number>]";

    public ImmutableArray<IFlawedAgent> Agents { get; init; } = FlawCatalogue.Own;

    public int Seeds { get; init; } = 10;

    /// <summary>Reads a command line.</summary>
    /// <returns>The options, or what is wrong with the command line.</returns>
    public static (FlawsOptions? Options, string? Problem) Of(ReadOnlySpan<string> args)
    {
        var options = new FlawsOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return (null, $"{args[i]} needs a value.");
            switch (args[i])
            {
                case "--agents":
                    var (agents, problem) = Load(args[i + 1]);
                    if (problem is not null)
                        return (null, problem);
                    options = options with { Agents = agents };
                    break;
                case "--seeds" when int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var seeds) && seeds > 0:
                    options = options with { Seeds = seeds };
                    break;
                default:
                    return (null, $"{args[i]} {args[i + 1]} is not understood.");
            }
        }

        return (options, null);
    }

    private static (ImmutableArray<IFlawedAgent> Agents, string? Problem) Load(string path)
    {
        try
        {
            var agents = FlawCatalogue.In(AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path)));
            return agents.IsEmpty ? ([], $"{path} has no public class that implements {nameof(IFlawedAgent)}.") : (agents, null);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or ArgumentException or InvalidOperationException or ReflectionTypeLoadException or TargetInvocationException)
        {
            return ([], $"The agents in {path} could not be loaded: {(e.InnerException ?? e).Message}");
        }
    }
}
