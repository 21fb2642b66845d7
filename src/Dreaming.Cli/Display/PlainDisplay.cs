using System.Globalization;
using Dreaming.Nights;

namespace Dreaming.Cli.Display;

/// <summary>One line when a stage starts, one when it ends, and one every few seconds in between.</summary>
internal sealed class PlainDisplay(Action<string> say, TimeProvider time) : NightDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private string? _stage;
    private long _started;
    private long _said;
    private int _done;
    private bool _ended;

    public override Task<T> WhileAsync<T>(Func<Task<T>> work) => work();

    public override void Report(NightProgress value)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (value.Stage != _stage)
            {
                (_stage, _started, _said, _done, _ended) = (value.Stage, now, now, value.Done, false);
                if (value.Done < value.Total)
                    say(value.Total > 1 ? Invariant($"{Words(value.Stage)}: {value.Total} to do") : Words(value.Stage));
            }

            // Units finish in any order: a late report of an early one says nothing new.
            _done = Math.Max(_done, value.Done);
            if (_ended)
                return;
            if (_done >= value.Total)
            {
                _ended = true;
                say(Invariant($"{Words(value.Stage)}: {(value.Total > 1 ? $"{value.Total} done" : "done")} in {time.GetElapsedTime(_started, now).TotalSeconds:0.0} s"));
            }
            else if (time.GetElapsedTime(_said, now) >= Pause)
            {
                _said = now;
                say(Between(value, time.GetElapsedTime(_started, now).TotalSeconds));
            }
        }
    }

    private string Between(NightProgress value, double seconds)
    {
        var rate = _done / seconds;
        return rate > 0
            ? Invariant($"{Words(value.Stage)}: {_done}/{value.Total}, {rate:0.#}/s, {(value.Total - _done) / rate:0} s left")
            : Invariant($"{Words(value.Stage)}: {_done}/{value.Total}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
