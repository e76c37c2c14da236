using System.Reflection;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.Metadata;

namespace ContactGroup.Architecture.Tests;

/// <summary>A request is bound in the order of the handler's parameters: a command without a key is refused before its body is read.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class KeyBeforeBodyTests(RunningStandalone app)
{
    [Fact]
    public void Every_command_asks_for_its_key_before_its_body()
    {
        var commands = app.Endpoints.Select(endpoint => (
                Name: endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
                Body: endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType,
                Parameters: endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(parameter => parameter.ParameterType).ToList()))
            .Where(command => command.Body is not null && command.Parameters?.Contains(typeof(IdempotencyKey)) == true)
            .ToList();

        Assert.True(commands.Count > 30, $"Only {commands.Count} commands were found.");
        Assert.Empty(commands.Where(command => command.Parameters!.IndexOf(typeof(IdempotencyKey)) > command.Parameters.IndexOf(command.Body!)).Select(command => command.Name));
    }
}
