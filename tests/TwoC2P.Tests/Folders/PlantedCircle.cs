// Three folders, two of which need each other.
namespace TwoC2P.Tests.Folders.PlantedCircle.Eggs
{
    internal sealed record Egg(Hens.Hen LaidBy);
}

namespace TwoC2P.Tests.Folders.PlantedCircle.Hens
{
    internal sealed class Hen
    {
        public static object Hatch() => new Func<Hen, object>(hen => new Eggs.Egg(hen));
    }
}

namespace TwoC2P.Tests.Folders.PlantedCircle.Nests
{
    internal sealed class Nest : List<Eggs.Egg>;
}
