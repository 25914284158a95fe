using System.Reflection;

namespace Clients.Tests.Support;

/// <summary>What the build knew: paths of the contract and of the tools that it is held against.</summary>
internal static class BuildSetting
{
    public static string Contract => Of(nameof(Contract));

    /// <summary>Folder of the npm packages.</summary>
    public static string ContractTools => Of(nameof(ContractTools));

    /// <summary>Folder of the linters' rules, in the sources.</summary>
    public static string Linting => Of(nameof(Linting));

    /// <summary>The compiled program in TypeScript.</summary>
    public static string TypeScriptProgram => Of(nameof(TypeScriptProgram));

    private static string Of(string name) =>
        typeof(BuildSetting)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == name)
            .Value!;
}
