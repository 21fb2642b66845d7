namespace Dreaming;

/// <summary>Declares the domain's sandbox: a public sealed partial class that implements <see cref="ISandbox{TSelf}"/>. One to a domain.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SandboxAttribute : Attribute;
