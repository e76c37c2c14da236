using System.Reflection;
using System.Text.Json;
using ContactGroup.Contracts.Items;
using Microsoft.AspNetCore.Http.Metadata;

namespace ContactGroup.Architecture.Tests;

/// <summary>Every field of a request that becomes content has a place in the schema of its kind, and with it a field class. What has none would be shown to nobody.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class RequestFieldsTests(RunningStandalone app)
{
    /// <summary>Fields that say how a command is meant, and never become content.</summary>
    private static readonly HashSet<string> AboutTheCommand = new(StringComparer.Ordinal)
    {
        "sensitivity", "releaseTo", "caveats", "expiresAt", "reason", "ifVersion", "sourceReference", "clear", "before",
    };

    /// <summary>Fields whose content has a longer name than the request.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["reliability"] = "sourceReliability", ["note"] = "stateNote" };

    [Theory]
    [InlineData("message", "PostMessage", "EditMessage")]
    [InlineData("incident", "ReportIncident", "UpdateIncident", "CorrectIncident", "VerifyIncident")]
    [InlineData("movement", "NotifyMovement", "AmendMovement", "SayState")]
    [InlineData("access-constraint", "RaiseNotice", "UpdateNotice", "SayConstraintState")]
    [InlineData("advisory", "IssueAdvisory", "AmendAdvisory", "EndAdvisory")]
    [InlineData("site", "NotifySite", "AmendSite", "RevalidateSite", "RemoveSite")]
    public void Every_field_of_a_request_is_in_the_schema(string kind, params string[] commands)
    {
        var schema = ItemSchemas.Find(kind)!.Fields.Select(field => field.Name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        var strangers = commands.SelectMany(command => FieldsOf(command).Select(field => (command, field)))
            .Where(said => !schema.Contains(Renamed.GetValueOrDefault(said.field, said.field)) && !AboutTheCommand.Contains(said.field));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_field_of_a_schema_has_a_class_that_the_engine_knows() => Assert.All(
        ItemSchemas.All.SelectMany(schema => schema.Fields), field => Assert.True(Enum.IsDefined(field.Class), field.Name));

    [Fact]
    public void No_field_stands_twice_in_a_schema() => Assert.All(
        ItemSchemas.All, schema => Assert.Equal(schema.Fields.Count, schema.Fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count()));

    private IEnumerable<string> FieldsOf(string command)
    {
        var endpoint = app.Endpoints.Single(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == command);
        return endpoint.Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
    }
}
