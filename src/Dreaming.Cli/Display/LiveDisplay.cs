using System.Globalization;
using Dreaming.Nights;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dreaming.Cli.Display;

/// <summary>One line a stage, redrawn in place: bar, done of total, rate, time left.</summary>
internal sealed class LiveDisplay(IAnsiConsole console) : NightDisplay
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ProgressTask> _stages = new(StringComparer.Ordinal);
    private ProgressContext? _context;

    public override Task<T> WhileAsync<T>(Func<Task<T>> work) => console.Progress()
        .AutoClear(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(), new RateColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            lock (_gate)
                _context = context;
            return await work().ConfigureAwait(false);
        });

    public override void Report(NightProgress value)
    {
        lock (_gate)
        {
            if (_context is null)
                return;
            if (!_stages.TryGetValue(value.Stage, out var task))
                _stages.Add(value.Stage, task = _context.AddTask(Markup.Escape(Words(value.Stage)), maxValue: Math.Max(1, value.Total)));
            task.MaxValue = Math.Max(1, value.Total);
            // Units finish in any order: a late report of an early one does not set the bar back.
            task.Value = Math.Max(task.Value, value.Total == 0 ? 1 : value.Done);
            if (value.Done >= value.Total)
                task.StopTask();
        }
    }

    private sealed class CountColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}")).RightJustified();
    }

    private sealed class RateColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.MaxValue > 1 && task.ElapsedTime is { TotalSeconds: > 0.5 } elapsed
                ? string.Create(CultureInfo.InvariantCulture, $"{task.Value / elapsed.TotalSeconds:0.#}/s")
                : "").RightJustified();
    }
}
