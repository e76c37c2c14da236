using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Incidents.Features;

namespace ContactGroup.Incidents.Tests.Domain;

public sealed class IncidentSchemaTests
{
    /// <summary>What a request says about the command itself rather than about the incident.</summary>
    private static readonly string[] Envelope = ["sensitivity", "releaseTo", "caveats", "sourceReference", "ifVersion", "clear", "reason"];

    /// <summary>Classes that the default rules may let cross to another side.</summary>
    private static readonly FieldClass[] MayCross =
        [FieldClass.Category, FieldClass.Area, FieldClass.Location, FieldClass.Time, FieldClass.Status, FieldClass.Summary, FieldClass.Organisation];

    [Theory]
    [InlineData(typeof(ReportIncident.Request))]
    [InlineData(typeof(UpdateIncident.Request))]
    [InlineData(typeof(CorrectIncident.Request))]
    public void Every_field_of_a_request_is_in_the_schema(Type request)
    {
        var fields = request.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Except(Envelope, StringComparer.Ordinal);

        Assert.Empty(fields.Except(IncidentSchema.Schema.Fields.Select(field => field.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void No_field_is_named_twice()
    {
        var names = IncidentSchema.Schema.Fields.Select(field => field.Name).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(IncidentSchema.Schema.FreeText.Except(names, StringComparer.Ordinal));
    }

    [Fact]
    public void Free_text_crosses_only_as_a_summary()
    {
        var texts = IncidentSchema.Schema.Fields.Where(field => field.Shape is Contracts.Items.FieldShape.Text && MayCross.Contains(field.Class));

        // Area names are checked for smuggled content; a place and the organisation's name are shown in full to no other side.
        Assert.Equal(
            ["admin1", "admin1Pcode", "admin2", "admin2Pcode", "admin3", "admin3Pcode", "organisationAffected", "place", "summary"],
            texts.Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_category_stays_and_the_hazard_goes() => Assert.Equal(
        (FieldClass.Narrative, FieldClass.Category),
        (ClassOf("category"), ClassOf("hazard")));

    private static FieldClass ClassOf(string name) => IncidentSchema.Schema.Fields.Single(field => field.Name == name).Class;
}
