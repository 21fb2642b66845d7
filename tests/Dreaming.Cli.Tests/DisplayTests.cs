using Dreaming.Cli.Display;
using Dreaming.Nights;

namespace Dreaming.Cli.Tests;

public sealed class DisplayTests
{
    private readonly List<string> _said = [];
    private readonly Clock _clock = new();

    [Fact]
    public void A_stage_is_announced_reported_now_and_then_and_ended()
    {
        var display = new PlainDisplay(_said.Add, _clock);
        display.Report(new NightProgress("before", 0, 100));
        for (var i = 1; i <= 100; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            display.Report(new NightProgress("before", i, 100));
        }

        Assert.Equal(
            ["running the agent as it is: 100 to do", "running the agent as it is: 50/100, 10/s, 5 s left", "running the agent as it is: 100 done in 10.0 s"],
            _said);
    }

    [Fact]
    public void Units_that_finish_out_of_order_never_set_the_count_back()
    {
        var display = new PlainDisplay(_said.Add, _clock);
        display.Report(new NightProgress("after", 0, 3));
        display.Report(new NightProgress("after", 3, 3));
        display.Report(new NightProgress("after", 2, 3));
        display.Report(new NightProgress("after", 1, 3));

        Assert.Equal(["running the agent with the overlay: 3 to do", "running the agent with the overlay: 3 done in 0.0 s"], _said);
    }

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => _now += by.Ticks;

        public override long GetTimestamp() => _now;
    }
}
