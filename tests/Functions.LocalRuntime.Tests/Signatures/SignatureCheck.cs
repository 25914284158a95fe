using System.Reflection;

namespace Functions.LocalRuntime.Tests.Signatures;

/// <summary>Compares types with the official list: what is there must be official; what is missing is allowed.</summary>
internal static class SignatureCheck
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Differences(IEnumerable<Type> types, string officialText)
    {
        var official = OfficialList.Parse(officialText);
        return
        [
            .. types
                .Select(Describe)
                .SelectMany(type =>
                    official.TryGetValue(type.Name, out var match)
                        ? type.DifferencesFrom(match)
                        : [$"{type.Name}: the type is not in the list"]
                ),
        ];
    }

    private static OfficialType Describe(Type type) =>
        new($"{type.Namespace}.{TypeNames.Of(type)}", Kind(type), Bases(type), Members(type).ToHashSet());

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static HashSet<string> Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
            return [];
        var own = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []);
        return [.. own.Append(type.BaseType ?? typeof(object)).Where(each => each != typeof(object)).Select(TypeNames.Of)];
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "D")}");
        if (typeof(Delegate).IsAssignableFrom(type))
            return [MemberNames.OfDelegate(type)];

        return type.GetConstructors(Declared)
            .Where(MemberNames.IsVisible)
            .Where(constructor => !constructor.IsStatic)
            .Select(MemberNames.Of)
            .Concat(type.GetProperties(Declared).Where(each => MemberNames.IsVisible(each.GetMethod)).Select(MemberNames.Of))
            .Concat(
                type.GetMethods(Declared).Where(each => MemberNames.IsVisible(each) && !each.IsSpecialName).Select(MemberNames.Of)
            )
            .Concat(type.GetFields(Declared).Where(each => each.IsPublic || each.IsFamily).Select(each => $"field {each.Name}"))
            .Concat(
                type.GetEvents(Declared).Where(each => MemberNames.IsVisible(each.AddMethod)).Select(each => $"event {each.Name}")
            )
            .Concat(Usage(type));
    }

    private static IEnumerable<string> Usage(Type type) =>
        type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage
            ? [$"[AttributeUsage({usage.ValidOn}, AllowMultiple={usage.AllowMultiple}, Inherited={usage.Inherited})]"]
            : [];
}
