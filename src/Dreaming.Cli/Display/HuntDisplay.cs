using Dreaming.Hunting;

namespace Dreaming.Cli.Display;

/// <summary>Says how far a hunt is: a line for each tenth of it, and for each new failure.</summary>
internal sealed class HuntDisplay(Terminal terminal) : IProgress<HuntProgress>
{
    private readonly Lock _lock = new();
    private HuntProgress _told;

    public void Report(HuntProgress value)
    {
        lock (_lock)
        {
            if (value.Stage == _told.Stage && (value.Done < _told.Done || (value.Failures == _told.Failures && value.Done - _told.Done < value.Total / 10.0 && value.Done < value.Total)))
                return;
            _told = value;
        }

        terminal.Note(value.Stage == "shrink"
            ? $"making failures smaller: {Numbers.Whole(value.Done)} of {Numbers.Whole(value.Total)}"
            : $"{Numbers.Whole(value.Done)} of {Numbers.Whole(value.Total)} dreams, different failures: {Numbers.Whole(value.Failures)}");
    }
}
