using System.Reflection;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.Metadata;

namespace ContactGroup.Architecture.Tests;

/// <summary>Requests are bound by code that is written at build, see decision 0070: from left to right, and in few words.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class RequestBindingTests(RunningStandalone app)
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

    /// <summary>Code that is written at build answers a value it cannot parse without the name of the field; handlers take text and name it themselves.</summary>
    [Fact]
    public void Nothing_in_an_address_is_parsed_before_a_handler_can_name_it()
    {
        var bound = app.Endpoints.SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>(), (endpoint, parameter) => (endpoint, parameter)).ToList();

        Assert.NotEmpty(bound);
        Assert.Empty(bound.Where(each => each.parameter.HasTryParse).Select(each => $"{each.endpoint.DisplayName}: {each.parameter.Name}"));
    }
}
