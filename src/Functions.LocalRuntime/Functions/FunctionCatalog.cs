using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace LocalFunctions.Functions;

/// <summary>The functions of the app that are not disabled, in the host's order: alphabetical by name.</summary>
internal sealed class FunctionCatalog
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public FunctionCatalog(IEnumerable<Type> classes, IConfiguration settings)
    {
        var all = classes
            .SelectMany(type => type.GetMethods(AnyMethod))
            .Select(FunctionEntry.TryFrom)
            .OfType<FunctionEntry>()
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        RejectDuplicates(all);
        Functions = [.. all.Where(function => !IsDisabled(function.Name, settings))];
    }

    public IReadOnlyList<FunctionEntry> Functions { get; }

    public IEnumerable<FunctionEntry> Of(TriggerKind kind) => Functions.Where(function => function.Kind == kind);

    private static void RejectDuplicates(FunctionEntry[] functions)
    {
        foreach (var sameName in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (sameName.Count() > 1)
            {
                var places = string.Join(", ", sameName.Select(function => function.Definition.EntryPoint));
                throw new InvalidOperationException($"Function names must be unique; '{sameName.Key}' is used by {places}.");
            }
        }
    }

    /// <summary>The host's switch, in the two spellings that environment variables allow.</summary>
    private static bool IsDisabled(string name, IConfiguration settings) =>
        (settings[$"AzureWebJobs.{name}.Disabled"] ?? settings[$"AzureWebJobs:{name}:Disabled"]) switch
        {
            "1" => true,
            var value => bool.TryParse(value, out var disabled) && disabled,
        };
}
