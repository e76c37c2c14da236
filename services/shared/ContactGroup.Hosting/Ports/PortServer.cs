using System.Reflection;
using System.Security.Cryptography;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Mvc;

namespace ContactGroup.Hosting.Ports;

/// <summary>Answers internal calls. The gateway does not lead here; whoever comes all the same has no key and finds nothing.</summary>
public static class PortServer
{
    /// <summary>What the addresses of internal calls begin with.</summary>
    internal const string Prefix = "/internal";

    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Answers the methods of a port from this process.</summary>
    public static IEndpointRouteBuilder MapPort<T>(this IEndpointRouteBuilder app)
        where T : class
    {
        foreach (var method in PortMethod.AllOf(typeof(T)))
        {
            // Open to everyone by the rules of participants: the seal decides, and to who has none this address does not exist.
            app.MapPost(method.Path, context => AnswerAsync<T>(context, method))
                .AllowAnonymous()
                .DisableRequestTimeout()
                .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
                .ExcludeFromDescription();
        }

        return app;
    }

    private static Task AnswerAsync<T>(HttpContext context, PortMethod method)
        where T : class
    {
        var services = context.RequestServices;
        return AnswerAsync(
            context, method, services.GetRequiredService<T>(), services.GetRequiredService<PortSeal>(), services.GetRequiredService<ILogger<PortSeal>>());
    }

    private static async Task AnswerAsync(HttpContext context, PortMethod method, object port, PortSeal seal, ILogger log)
    {
        if (await TryReadAsync(context) is not { } body || TryOpen(method, seal, body, log) is not var (arguments, nonce))
        {
            await Problems.Refused(ProblemCode.NotFound).ExecuteAsync(context);
            return;
        }

        try
        {
            var result = await CallAsync(method, port, arguments, context.RequestAborted);
            await context.Response.BodyWriter.WriteAsync(seal.Answer(method, nonce, result), context.RequestAborted);
        }
        catch (StreamClosedException)
        {
            // An answer without content; every other has some, be it only the seal.
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            PortLog.Failed(log, method.Port, method.Name, failure.GetType().Name);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task<byte[]?> TryReadAsync(HttpContext context)
    {
        var read = await context.Request.BodyReader.ReadAtLeastAsync(MostBytes, context.RequestAborted);
        var body = read.IsCompleted ? System.Buffers.BuffersExtensions.ToArray(read.Buffer) : null;
        context.Request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }

    private static (IReadOnlyList<object?> Arguments, string Nonce)? TryOpen(PortMethod method, PortSeal seal, byte[] body, ILogger log)
    {
        try
        {
            return seal.OpenAsked(method, body);
        }
        catch (Exception failure) when (failure is CryptographicException or System.Text.Json.JsonException)
        {
            PortLog.Unreadable(log, method.Port, method.Name, failure.GetType().Name);
            return null;
        }
    }

    private static async Task<object?> CallAsync(PortMethod method, object port, IReadOnlyList<object?> arguments, CancellationToken cancellationToken)
    {
        var all = new Queue<object?>(arguments);
        var given = method.Method.GetParameters()
            .Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : all.Dequeue())
            .ToArray();
        dynamic answer = method.Method.Invoke(port, BindingFlags.DoNotWrapExceptions, binder: null, given, culture: null)!;
        if (method.Result is null)
        {
            await answer;
            return null;
        }

        return await answer;
    }
}
