using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dreaming.Shields.Tests.Kit;

// Hears what the shields of this test tell: the activity that it starts sets them apart from those of tests beside it.
public sealed class Listener : IDisposable
{
    private const string OwnName = "Dreaming.Shields.Tests";

    private static readonly ActivitySource Tests = new(OwnName);

    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly Activity _root;
    private readonly List<Activity> _stopped = [];
    private readonly List<KeyValuePair<string, object?>[]> _counted = [];

    public Listener(bool toShields = true)
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = s => s.Name == OwnName || (toShields && s.Name == ShieldTelemetry.SourceName),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                lock (_stopped)
                    _stopped.Add(a);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _root = Tests.StartActivity("test")!;
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ShieldTelemetry.SourceName)
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (Activity.Current?.RootId == _root.RootId)
                _counted.Add(tags.ToArray());
        });
        _meters.Start();
    }

    public IReadOnlyList<Activity> Shields
    {
        get
        {
            lock (_stopped)
                return [.. _stopped.Where(a => a.Source.Name == ShieldTelemetry.SourceName && a.RootId == _root.RootId)];
        }
    }

    public IReadOnlyList<Dictionary<string, object?>> Decisions =>
        [.. Shields.Append(_root).SelectMany(a => a.Events).Where(e => e.Name == ShieldTelemetry.EventName).Select(e => e.Tags.ToDictionary(t => t.Key, t => t.Value))];

    public IReadOnlyList<KeyValuePair<string, object?>[]> Counted => _counted;

    public void Dispose()
    {
        _root.Dispose();
        _activities.Dispose();
        _meters.Dispose();
    }
}
