namespace RefillDesk;

[Signal("red-flag", "The person reports an emergency: chest pain, trouble breathing, signs of a stroke, a swelling throat, an overdose, self-harm, bleeding, a collapse.")]
public sealed record RedFlag : ISignal<RedFlag>
{
    public static RedFlag? Detect(Trajectory soFar) => soFar.Events[^1] is UserSaid said && RedFlags.IsIn(said.Text) ? new() : null;
}
