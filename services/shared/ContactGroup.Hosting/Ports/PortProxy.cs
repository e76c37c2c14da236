using System.Reflection;

namespace ContactGroup.Hosting.Ports;

/// <summary>Stands for a port that another process answers.</summary>
/// <typeparam name="T">The port.</typeparam>
public class PortProxy<T> : DispatchProxy
    where T : class
{
    private static readonly MethodInfo WithResult = typeof(PortProxy<T>).GetMethod(nameof(AskAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private PortCaller caller = null!;
    private Uri address = null!;

    internal static T At(PortCaller caller, Uri address)
    {
        var port = Create<T, PortProxy<T>>();
        var proxy = (PortProxy<T>)(object)port;
        (proxy.caller, proxy.address) = (caller, address);
        return port;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = PortMethod.Of(targetMethod!);
        var token = args!.OfType<CancellationToken>().FirstOrDefault();
        var arguments = args!.Where(argument => argument is not CancellationToken).ToList();
        return method.Result is null
            ? new ValueTask(caller.AskAsync<object?>(address, method, arguments, token))
            : WithResult.MakeGenericMethod(method.Result).Invoke(this, [method, arguments, token]);
    }

    private ValueTask<TResult> AskAsync<TResult>(PortMethod method, List<object?> arguments, CancellationToken cancellationToken) =>
        new(caller.AskAsync<TResult>(address, method, arguments, cancellationToken));
}
