using System.Collections.Concurrent;
using System.Reflection;

namespace ContactGroup.Hosting.Ports;

/// <summary>One method of a port: what goes over the wire of it.</summary>
/// <param name="Port">Name of the interface.</param>
/// <param name="Method">The method. INVARIANT: it is the only one of its name with so many arguments.</param>
/// <param name="Arguments">Types of the arguments that travel: all but the token that ends the wait.</param>
/// <param name="Result">Type of the result; null when there is none.</param>
internal sealed record PortMethod(string Port, MethodInfo Method, IReadOnlyList<Type> Arguments, Type? Result)
{
    private static readonly ConcurrentDictionary<MethodInfo, PortMethod> Known = new();

    /// <summary>Where it answers.</summary>
    public string Path => $"{PortServer.Prefix}/{Port}/{Name}";

    /// <summary>Its name; overloads differ by the type of their first argument.</summary>
    public string Name { get; } = Method.DeclaringType!.GetMethods().Count(other => other.Name == Method.Name) == 1
        ? Method.Name
        : $"{Method.Name}-{Method.GetParameters()[0].ParameterType.Name}";

    /// <summary>What travels of a method.</summary>
    /// <exception cref="NotSupportedException">It does not return a value task, so it cannot go over a wire.</exception>
    public static PortMethod Of(MethodInfo method) => Known.GetOrAdd(method, Read);

    /// <summary>Every method of a port.</summary>
    public static IEnumerable<PortMethod> AllOf(Type port) => port.GetMethods().Select(Of);

    private static PortMethod Read(MethodInfo method)
    {
        var arguments = method.GetParameters().Select(parameter => parameter.ParameterType).Where(type => type != typeof(CancellationToken)).ToList();
        var result = method.ReturnType;
        if (result == typeof(ValueTask))
        {
            return new PortMethod(method.DeclaringType!.Name, method, arguments, Result: null);
        }

        return result.IsGenericType && result.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? new PortMethod(method.DeclaringType!.Name, method, arguments, result.GetGenericArguments()[0])
            : throw new NotSupportedException($"{method.DeclaringType!.Name}.{method.Name} does not wait for an answer, so it cannot be asked of another process.");
    }
}
