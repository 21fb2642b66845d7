using System.Collections.Immutable;

namespace Dreaming.Nights;

/// <summary>Takes the time of each stage.</summary>
internal sealed class StageClock(TimeProvider time)
{
    public ImmutableSortedDictionary<string, double> Seconds { get; private set; } = ImmutableSortedDictionary<string, double>.Empty;

    public T Time<T>(string stage, Func<T> work)
    {
        var start = time.GetTimestamp();
        var result = work();
        Seconds = Seconds.SetItem(stage, time.GetElapsedTime(start).TotalSeconds);
        return result;
    }

    public async Task<T> TimeAsync<T>(string stage, Func<Task<T>> work)
    {
        var start = time.GetTimestamp();
        var result = await work().ConfigureAwait(false);
        Seconds = Seconds.SetItem(stage, time.GetElapsedTime(start).TotalSeconds);
        return result;
    }
}
