namespace Dreaming.Rollouts;

/// <summary>A step took longer than it may. No <see cref="TimeoutException"/>: that one belongs to networks.</summary>
internal sealed class Overdue(TimeSpan limit) : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"no answer within {limit.TotalSeconds:0.###} s"));

/// <summary>Waits for others, but not for ever.</summary>
internal static class Deadline
{
    /// <summary>Runs a step. Whoever hangs is told to stop and is not waited for.</summary>
    /// <exception cref="Overdue">The limit passed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up, or the step did so by itself.</exception>
    public static async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> step, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var task = step(stop.Token);
        if (task.IsCompleted)
            return await task;
        try
        {
            return await task.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException timeout) when (!ReferenceEquals(task.Exception?.InnerException, timeout))
        {
            Abandon(task, stop);
            throw new Overdue(limit);
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            Abandon(task, stop);
            throw;
        }
    }

    private static void Abandon(Task task, CancellationTokenSource stop)
    {
        // Whatever it still throws has nobody left to read it.
        _ = task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            stop.Cancel();
        }
        catch (AggregateException)
        {
            // It threw at being told to stop. It is abandoned all the same, and its failure is already recorded.
        }
    }
}
