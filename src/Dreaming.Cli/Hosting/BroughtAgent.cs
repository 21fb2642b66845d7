using System.Reflection;
using Dreaming.Agents;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Cli.Hosting;

/// <summary>An agent that a team brings: a public type of an assembly that is an <see cref="IChatClient"/> or an <see cref="IAgentFactory"/>.</summary>
/// <param name="Id">Names it in rollouts and reports.</param>
/// <param name="Client">The agent.</param>
internal sealed record BroughtAgent(string Id, IChatClient Client)
{
    private const int MostNamed = 5;
    private const string Form = "Give it as ASSEMBLY:TYPE, for example bin/Release/net10.0/Desk.Agent.dll:Desk.Agent.DeskAgent.";

    /// <summary>Loads an agent beside a domain.</summary>
    /// <param name="given">The agent as ASSEMBLY:TYPE.</param>
    /// <param name="domain">The domain that it is to work in. Where the agent's assembly refers to the domain's, it gets this very one.</param>
    /// <exception cref="CliException">There is no such agent, or it cannot be made.</exception>
    public static BroughtAgent Load(string given, LoadedDomain domain)
    {
        var colon = given.LastIndexOf(':');
        if (colon <= 0 || colon == given.Length - 1)
            throw new CliException($"--agent {given}: there is no type in it. {Form}");
        var (file, name) = (given[..colon], given[(colon + 1)..]);
        if (!File.Exists(file))
            throw new CliException($"There is no assembly {file} for the agent. Build its project, and give the built file.");
        try
        {
            var type = Find(AssemblyOf(Path.GetFullPath(file), domain), name, file);
            return Make(type, domain.Manifest);
        }
        catch (BadImageFormatException error)
        {
            throw new CliException($"{file} is no .NET assembly, or is damaged. Build the agent again.", ExitCode.BadInput, error);
        }
        catch (FileNotFoundException error)
        {
            throw new CliException($"The agent {name} needs {error.FileName}, which does not lie beside {file}. Publish the agent's project, or build it with CopyLocalLockFileAssemblies.", ExitCode.BadInput, error);
        }
        catch (Exception error) when (error is TypeLoadException or MissingMemberException or FileLoadException)
        {
            throw OtherVersion(name, error);
        }
    }

    private static Assembly AssemblyOf(string path, LoadedDomain domain)
    {
        var name = AssemblyName.GetAssemblyName(path);
        var declares = domain.Manifest.GetType().Assembly;
        if (declares.GetName().Name == name.Name)
            return declares;
        return DomainLoadContext.IsShared(name) ? Assembly.Load(new AssemblyName(name.Name!)) : new DomainLoadContext(path, declares).LoadFromAssemblyPath(path);
    }

    private static Type Find(Assembly assembly, string name, string file)
    {
        var types = assembly.GetExportedTypes();
        var found = types.Where(t => t.FullName == name).DefaultIfEmpty().ToList() is [{ } exact] ? [exact] : types.Where(t => t.Name == name).ToList();
        if (found.Count > 1)
            throw new CliException($"{file} has several public types {name}: {string.Join(", ", found.Select(t => t.FullName))}. Give one with its namespace.");
        if (found is [var type])
            return IsAgent(type) ? type
                : throw new CliException($"{name} is no agent. A public, concrete type that is an {nameof(IChatClient)} or an {nameof(IAgentFactory)} is one{Others(types)}.");
        var hidden = assembly.GetType(name) is not null ? "is not public" : "is not there";
        throw new CliException($"The type {name} {hidden} in {file}{Others(types)}.");
    }

    private static bool IsAgent(Type type) =>
        type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false } && (type.IsAssignableTo(typeof(IChatClient)) || type.IsAssignableTo(typeof(IAgentFactory)));

    private static string Others(Type[] types) =>
        types.Where(IsAgent).Select(t => t.FullName).Order(StringComparer.Ordinal).Take(MostNamed).ToList() is { Count: > 0 } agents
            ? $"; there {(agents.Count == 1 ? "is" : "are")} {string.Join(", ", agents)}"
            : $"; no public type there is an {nameof(IChatClient)} or an {nameof(IAgentFactory)}";

    private static BroughtAgent Make(Type type, DomainManifest domain)
    {
        var id = type.FullName!;
        var made = Construct(type, domain);
        if (made is IChatClient client)
            return new BroughtAgent(id, client);
        try
        {
            var factory = (IAgentFactory)made;
            return new BroughtAgent(factory.Id, factory.Create(null) ?? throw new InvalidOperationException("it returned nothing"));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new CliException($"The factory {id} made no agent: {error.GetType().Name}: {error.Message}", ExitCode.BadInput, error);
        }
    }

    // The widest constructor that can be served: with the domain, with services, with nothing.
    private static object Construct(Type type, DomainManifest domain)
    {
        var constructors = type.GetConstructors().Select(c => (Constructor: c, Parameters: c.GetParameters())).ToList();
        var (withDomain, withServices, bare) = (
            constructors.FirstOrDefault(c => c.Parameters is [var only] && only.ParameterType.IsAssignableTo(typeof(DomainManifest)) && only.ParameterType.IsInstanceOfType(domain)).Constructor,
            constructors.FirstOrDefault(c => c.Parameters is [var only] && only.ParameterType == typeof(IServiceProvider)).Constructor,
            constructors.FirstOrDefault(c => c.Parameters.All(p => p.HasDefaultValue)));
        try
        {
            return withDomain is not null ? withDomain.Invoke([domain])
                : withServices is not null ? withServices.Invoke([new AgentServices(domain)])
                : bare.Constructor is not null ? bare.Constructor.Invoke([.. bare.Parameters.Select(p => p.DefaultValue)])
                : throw new CliException($"The agent {type.FullName} cannot be made. Give it a public constructor that takes nothing, a {nameof(DomainManifest)} or an {nameof(IServiceProvider)}.");
        }
        catch (TargetInvocationException error)
        {
            throw error.InnerException is TypeLoadException or MissingMemberException or FileNotFoundException { FileName: not null }
                ? OtherVersion(type.FullName!, error.InnerException)
                : new CliException($"The constructor of the agent {type.FullName} threw {(error.InnerException ?? error).GetType().Name}: {(error.InnerException ?? error).Message}", ExitCode.BadInput, error);
        }
    }

    private static CliException OtherVersion(string name, Exception error) => new(
        $"The agent {name} was compiled against other versions of what it needs, or without it: {error.Message} Update its references to Dreaming and Microsoft.Extensions.AI.Abstractions, and build it again.",
        ExitCode.BadInput, error);

    /// <summary>What an agent may ask for.</summary>
    private sealed class AgentServices(DomainManifest domain) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(DomainManifest) || serviceType == domain.GetType() ? domain
            : serviceType == typeof(TimeProvider) ? TimeProvider.System
            : serviceType == typeof(IServiceProvider) ? this
            : null;
    }
}
