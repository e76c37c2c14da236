using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Release.Exports;

/// <summary>Text that a spreadsheet shows and never calculates, by the rule of the templates.</summary>
internal static class SpreadsheetText
{
    public static string Of(string text) => SheetText.Write(text);
}
