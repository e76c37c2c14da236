using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>Judges XML by a schema of the tests, with the validator of the framework; no document type, nothing fetched.</summary>
internal static class XmlRules
{
    public static XDocument Check(string text, string rules)
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using var schema = typeof(XmlRules).Assembly.GetManifestResourceStream("Rules/" + rules)!;
        using var reader = XmlReader.Create(schema);
        schemas.Add(targetNamespace: null, reader);
        schemas.Compile();
        var document = Parse(text);
        Assert.NotNull(schemas.GlobalElements[new XmlQualifiedName(document.Root!.Name.LocalName, document.Root.Name.NamespaceName)]);
        document.Validate(schemas, (_, fault) => Assert.Fail(fault.Message));
        return document;
    }

    public static XDocument Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader);
    }
}
