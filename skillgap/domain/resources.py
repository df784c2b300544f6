"""Which resources of a module serve a step, and in what order."""

from collections.abc import Iterable

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Lift, Module, Resource, fits_step


def choose_resources(
    framework: Framework, module: Module, language: str, lifts: Iterable[Lift]
) -> list[str]:
    """Return the module's resources that fit the step, the reader's language first.

    Within a language the free ones come first, then the shorter ones.
    """

    def fits(resource: Resource) -> bool:
        return any(
            lift.skill in resource.skills
            and fits_step(resource.levels, lift.start, lift.to)
            for lift in lifts
        )

    def order(key: str) -> tuple[bool, bool, float]:
        resource = framework.resources[key]
        return resource.language != language, resource.cost == "paid", resource.hours

    fitting = [key for key in module.resources if fits(framework.resources[key])]
    return sorted(fitting, key=order)
