namespace Dreaming;

/// <summary>
/// A constraint in linear temporal logic over finite traces (LTLf: De Giacomo, Vardi, IJCAI 2013), for what no template says.
/// <para>
/// Atoms are the names of tool records, signal records, the interfaces that these implement, <c>Reply</c>, <c>UserTurn</c> and <c>AnyCall</c>, with as much of the namespace before them as
/// tells them apart, optionally followed by <c>.ok</c> for calls that returned a result only, and by a guard in brackets: <c>RequestRefill.ok[IsControlled]</c>.
/// Operators, from the loosest: <c>&lt;-&gt;</c>, <c>-&gt;</c>, <c>|</c>, <c>&amp;</c>, then <c>U</c>, <c>R</c>, <c>W</c>, then the unary <c>!</c>, <c>X</c> (strong next: there is a next event),
/// <c>WX</c> (weak next), <c>F</c>, <c>G</c>; constants <c>true</c>, <c>false</c>, <c>last</c>. Operators of one rank group to the right, and parentheses group. A type that is named as an operator is an atom when it is qualified.
/// </para>
/// <para>
/// On a trace without events, of which there is nothing to say, atoms, <c>X</c>, <c>F</c>, <c>U</c> and <c>last</c> are false, and <c>WX</c>, <c>G</c>, <c>R</c> and <c>W</c> are true.
/// A formula has at most 4,096 characters, 8 different atoms and 64 operators inside of each other, and its automaton at most 4,096 states.
/// </para>
/// <see cref="ConstraintAttribute.When"/> is left out here: guards stand at the atoms.
/// </summary>
/// <param name="formula">For example <c>G(ChestPain -> F EscalateToClinician.ok)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LtlfAttribute(string formula) : ConstraintAttribute
{
    /// <summary>The formula.</summary>
    public string Formula { get; } = formula;
}
