"""Production readiness: gates, figures, the git drill."""

import streamlit as st

from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.person.drill import show_drill
from skillgap.ui.person.gap_views import show_basis
from skillgap.ui.person.production_views import show_calculator, show_gates
from skillgap.ui.session import begin_visit

visit = begin_visit()

st.title(_("Ready for production?"), anchor=False)
show_notices(visit)
show_basis(visit.levels())
show_gates(visit)
show_calculator()
show_drill()
