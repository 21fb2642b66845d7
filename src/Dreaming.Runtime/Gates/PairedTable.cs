namespace Dreaming.Gates;

/// <summary>
/// Paired cases, counted by task. Runs of one task share its facts and are not independent, so that each task counts once:
/// it improved when more of its judged runs pass after than before, regressed when fewer do, and is unchanged otherwise. When the overlay changes nothing, before and
/// after are interchangeable within a task, and an improvement is as likely as a regression: McNemar's exact test stays exact.
/// A task whose runs disagree changed by less than a whole pass. For non-inferiority the differences are therefore rounded outward: down for the lower
/// bound (a part of a gain counts as none), up for the upper bound (a part of a loss counts as none), so that what is shown of the rounded differences also
/// holds of the true ones. With one run a task nothing is rounded.
/// </summary>
internal sealed class PairedTable
{
    private readonly int _wholeGains;
    private readonly int _wholeLosses;

    public PairedTable(IEnumerable<PairedCase> cases)
    {
        var difference = 0.0;
        foreach (var task in cases.GroupBy(c => c.Cluster, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var (runs, before, after) = (0, 0, 0);
            foreach (var run in task)
            {
                if (run is not { Before: { } passedBefore, After: { } passesAfter })
                {
                    Unscored++;
                    continue;
                }

                runs++;
                before += passedBefore ? 1 : 0;
                after += passesAfter ? 1 : 0;
            }

            if (runs == 0)
                continue;
            Runs += runs;
            Tasks++;
            PassedBefore += 2 * before > runs ? 1 : 0;
            PassedAfter += 2 * after > runs ? 1 : 0;
            Improved += after > before ? 1 : 0;
            Regressed += after < before ? 1 : 0;
            _wholeGains += after - before == runs ? 1 : 0;
            _wholeLosses += before - after == runs ? 1 : 0;
            difference += (after - before) / (double)runs;
        }

        MeanDifference = Tasks == 0 ? 0 : difference / Tasks;
    }

    /// <summary>Tasks with at least one run that was judged on both sides.</summary>
    public int Tasks { get; }

    /// <summary>Runs that were judged on both sides.</summary>
    public int Runs { get; }

    /// <summary>Runs that were not.</summary>
    public int Unscored { get; }

    /// <summary>Tasks of which more than half of the runs passed before.</summary>
    public int PassedBefore { get; }

    /// <summary>Tasks of which more than half of the runs pass after.</summary>
    public int PassedAfter { get; }

    /// <summary>Tasks that improved.</summary>
    public int Improved { get; }

    /// <summary>Tasks that regressed.</summary>
    public int Regressed { get; }

    /// <summary>The mean over tasks of the difference of their pass rates.</summary>
    public double MeanDifference { get; }

    /// <summary>The difference of the pass rates with its bounds rounded outward; null without tasks.</summary>
    public Interval? Difference(double confidence) => Tasks == 0
        ? null
        : new(
            MeanDifference,
            Tango.Difference(_wholeGains, Regressed, Tasks, confidence)!.Low,
            Tango.Difference(Improved, _wholeLosses, Tasks, confidence)!.High);

    /// <summary>How many tasks like these it takes to show non-inferiority; null when no number does.</summary>
    public int? TasksNeeded(double margin, double confidence) => Tango.PairsNeeded(_wholeGains, Regressed, Tasks, margin, confidence);
}
