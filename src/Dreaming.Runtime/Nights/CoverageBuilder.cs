using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Reports;

namespace Dreaming.Nights;

/// <summary>Counts what the night dreamed, and what the rollouts exercised of it.</summary>
internal static class CoverageBuilder
{
    public static ImmutableArray<CoverageCell> Of(DomainManifest domain, IReadOnlyCollection<JudgedRollout> rollouts)
    {
        var cells = ImmutableArray.CreateBuilder<CoverageCell>();
        foreach (var family in Enum.GetValues<Family>())
        {
            var dreamed = rollouts.Where(r => r.Rollout.Dream.Skeleton.Family == family).ToList();
            foreach (var tool in domain.Tools)
            {
                if (family != Family.FailureInjection)
                {
                    cells.Add(new CoverageCell(family, tool.Name, null, dreamed.Count, dreamed.Count(r => Calls(r, tool.Name))));
                    continue;
                }

                foreach (var fault in tool.Faults)
                    cells.Add(new CoverageCell(
                        family, tool.Name, fault,
                        dreamed.Count(r => r.Rollout.Dream.Skeleton.Operators.OfType<InjectFault>().Any(o => o.Tool == tool.Name && o.Fault == fault)),
                        dreamed.Count(r => r.Rollout.Trajectory.Events.OfType<ToolReplied>().Any(e => e.Tool == tool.Name && e.Fault == fault))));
            }
        }

        return cells.ToImmutable();
    }

    private static bool Calls(JudgedRollout rollout, string tool) => rollout.Rollout.Trajectory.Events.OfType<ToolCalled>().Any(e => e.Tool == tool);
}
