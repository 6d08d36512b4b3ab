"""The files of a project, as texts."""

from portone_guide.samples.project import Plan, project_files
from portone_guide.starter.answer import Project
from portone_guide.starter.words import GOODS, texts


def files_of(project: Project) -> dict[str, str]:
    """Return the text of every file by its path, in the order of the paths."""
    items = tuple(offer.item for offer in project.offers)
    plan = Plan(project.stack_id, project.portone, items, GOODS, texts(project))
    filled = {path: program.filled() for path, program in project_files(plan).items()}
    return {path: text for path, text in filled.items() if text}
