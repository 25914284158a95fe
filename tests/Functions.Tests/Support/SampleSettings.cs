using System.Text.Json;

namespace Functions.Tests.Support;

/// <summary>The settings of local.settings.sample.json: each test that starts the app also proves that the app takes them.</summary>
internal static class SampleSettings
{
    public static IReadOnlyDictionary<string, string?> With(params (string Name, string Value)[] others)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "local.settings.sample.json"));
        using var document = JsonDocument.Parse(text);
        var settings = document
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString());

        // The file is there only once the sandbox has run.
        settings.Remove("KeyVault__EmulatorCertificate");
        settings["Logging__LogLevel__Default"] = "Debug";
        foreach (var (name, value) in others)
            settings[name] = value;

        return settings;
    }
}
